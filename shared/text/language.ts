/** The languages the whole application speaks. Every message exists in all of them; there is no fallback. */
export const languages = ['en', 'ko'] as const;

export type Language = (typeof languages)[number];

/** One text in every language, side by side, so that a change of one is seen next to the other. */
export type Message = Readonly<Record<Language, string>>;

/**
 * Declares the messages of one room. Keys are `room.thing.part`; texts are ICU MessageFormat
 * (`{count, plural, one {# unit} other {# units}}`), so a literal `<` or `{` must be quoted with apostrophes.
 */
export function defineMessages<Messages extends Record<string, Message>>(
  messages: Messages,
): Readonly<Record<keyof Messages & string, Message>> {
  return messages;
}
