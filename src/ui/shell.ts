/** The person signed in, as the page header names them. */
export interface Person {
  /** Left out where nobody real is shown. */
  id?: string;
  name: string;
  /** Post and unit in one line, e.g. "Bí thư · Phường Móng Cái 1"; null while no post is held. */
  post: string | null;
}

/** One entry of the main navigation; `current` marks the section the page lies in. */
export interface NavigationItem {
  href: string;
  label: string;
  current?: boolean;
}

/** What the person has just done, to be heard once; `aim` is the place on the page where one goes on, or empty. */
export interface Heard {
  /** Tells it from the same said again. */
  id: string;
  text: string;
  aim: string;
  /** The code in the text of a matter that is opened from here, if any. */
  matter?: string | null;
}
