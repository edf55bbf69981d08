/**
 * A pure function of few different texts that answers again what it has answered before: dates of an import of 100,000 rows fall on a few
 * hundred days. Only for what is no personal data: it stays in memory as long as the application runs.
 *
 * @param most how many answers are kept; all of them are forgotten when there would be more
 */
export function remembered<Args extends readonly string[], Result>(
  work: (...args: Args) => Result,
  most = 5000,
): (...args: Args) => Result {
  const answers = new Map<string, Result>();
  return (...args) => {
    const key = args.join('\n');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(...args);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
