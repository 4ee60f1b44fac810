/** One place of a tree; `open` unfolds its branch on arrival. */
export interface TreeItem {
  label: string;
  href?: string;
  note?: string;
  current?: boolean;
  open?: boolean;
  children?: TreeItem[];
}
