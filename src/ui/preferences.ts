const languages = ["vi", "en"] as const;
const themes = ["auto", "light", "dark"] as const;
const textSizes = ["normal", "large"] as const;

/** How a person wants pages shown; kept in one cookie each, known before the first byte is rendered. */
export interface Preferences {
  language: (typeof languages)[number];
  theme: (typeof themes)[number];
  textSize: (typeof textSizes)[number];
}

/** The names double as cookie names and as field names of the switches. */
export const choices = { language: languages, theme: themes, textSize: textSizes } as const;

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T =>
  allowed.find((each) => each === value) ?? allowed[0]!;

/** Reads the preferences; whatever is missing or unknown falls back to the first of its list. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    language: oneOf(languages, cookie("language")),
    theme: oneOf(themes, cookie("theme")),
    textSize: oneOf(textSizes, cookie("textSize")),
  };
}

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Keeps one choice in the browser, as `/preferences` does where there is no script; what is unknown is the first of its list. */
export function keepPreference<Name extends keyof Preferences>(name: Name, value: string): Preferences[Name] {
  const chosen = oneOf<string>(choices[name], value) as Preferences[Name];
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${chosen}; path=/; max-age=${ONE_YEAR}; samesite=lax${secure}`;
  return chosen;
}
