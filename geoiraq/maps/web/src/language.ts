// The languages of the page: what it says in each, with that language's numbers and plurals.

import ar from "./words/ar.json" with { type: "json" };
import en from "./words/en.json" with { type: "json" };

export type Language = "en" | "ar";

/** A sentence, or a sentence for each of the language's plurals. */
type Said = string | Partial<Record<Intl.LDMLPluralRule, string>>;
type Lists = "months" | "months.short" | "sides" | "parts" | "terms" | "attributions";
export type Key = Exclude<keyof typeof en, Lists>;
type Values = Record<string, string | number>;

interface Speech {
  words: typeof en;
  numbers: Intl.NumberFormat;
  plurals: Intl.PluralRules;
  order: Intl.Collator;
  direction: "ltr" | "rtl";
}

function speech(words: unknown, locale: string, direction: "ltr" | "rtl"): Speech {
  return {
    words: words as typeof en,
    numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    plurals: new Intl.PluralRules(locale),
    order: new Intl.Collator(locale, { numeric: true }),
    direction,
  };
}

const SPEECHES: Record<Language, Speech> = {
  en: speech(en, "en", "ltr"),
  ar: speech(ar, "ar-u-nu-arab", "rtl"),
};
export const LANGUAGES = Object.keys(SPEECHES) as Language[];

let spoken: Language = "en";

/** From here on the page speaks this language; what is on it is to be said anew. */
export function speak(language: Language): void {
  spoken = language;
}

export function language(): Language {
  return spoken;
}

export function direction(): "ltr" | "rtl" {
  return SPEECHES[spoken].direction;
}

/** What a language calls itself. */
export function nameOf(language: Language): string {
  return SPEECHES[language].words.language;
}

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && Object.hasOwn(SPEECHES, code);
}

export function number(n: number): string {
  return SPEECHES[spoken].numbers.format(n);
}

/** A number of which no thousands are parted: a year, a code. */
export function digits(n: number | string): string {
  return spoken === "en" ? String(n) : String(n).replace(/[0-9.]/g, (sign) => (sign === "." ? "٫" : number(Number(sign))));
}

export function share(part: number): string {
  return `${number(Math.round(part * 100))}${spoken === "ar" ? "٪" : "%"}`;
}

/** Say it; `n` decides on the plural, numbers are written as the language does. */
export function say(key: Key, values: Values = {}): string {
  const said = SPEECHES[spoken].words[key] as Said;
  return filled(typeof said === "string" ? said : plural(said, Number(values.n)), values);
}

function plural(said: Exclude<Said, string>, n: number): string {
  return said[SPEECHES[spoken].plurals.select(n)] ?? said.other!;
}

function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? "");
  });
}

export function monthName(month: number, short = false): string {
  return SPEECHES[spoken].words[short ? "months.short" : "months"][month - 1]!;
}

/** A side of a place ("northwest") and the part of it that lies there ("northwestern"), by degrees clockwise from north. */
export function sideName(degrees: number): { side: string; part: string } {
  const { sides, parts } = SPEECHES[spoken].words;
  const turn = Math.round(degrees / 22.5) % 16;
  return { side: sides[turn]!, part: parts[turn]! };
}

/** Names that the page brings along -> the same in Arabic. */
let arabicNames: ReadonlyMap<string, string> = new Map();

export function learn(names: Iterable<{ name: string; arabic?: string }>): void {
  arabicNames = new Map([...names].flatMap(({ name, arabic }) => (arabic ? [[name, arabic]] : [])));
}

/** A term of ACLED, a country or a governorate in this language; any other text as it is. */
export function term(text: string): string {
  const terms = SPEECHES[spoken].words.terms as Record<string, string>;
  if (Object.hasOwn(terms, text)) return terms[text]!;
  return (spoken === "ar" && arabicNames.get(text)) || text;
}

/** Who claims, blames or denies, in this language: "blamed on X". That a report states it needs no saying. */
export function attributed(text: string): string {
  const known = Object.entries(SPEECHES[spoken].words.attributions);
  const parts = text.split("; ").map((part) => {
    const [opening, said] = known.find(([start]) => part === start || part.startsWith(`${start} `)) ?? ["", ""];
    return opening === "" ? part : `${said}${part.slice(opening.length)}`;
  });
  return parts.filter((part) => part !== "").join("; ");
}

/** How names are ordered in a list. */
export function order(): Intl.Collator {
  return SPEECHES[spoken].order;
}
