/** `AC12`: two letters for a page of docs/spec, then the number of a rule. */
const NUMBER = '[A-Z]{2}\\d+'
const RULE = new RegExp(`^\\s*- \\*\\*(${NUMBER})\\*\\* `, 'gmu')
/**
 * A title, or a table's row that begins one, begins with what it quotes: `[AC12] [ID16–ID21, HO3] …`. Numbers of one letter,
 * which may stand among them, are those of a list of threats and no rules.
 */
const QUOTES = /['"`]((?:\[[A-Z]{1,2}\d[^\]\n]*\] ?)+)/gu
const RUN = new RegExp(`([A-Z]{2})(\\d+)(?:–\\1(\\d+))?`, 'gu')

/**
 * The numbers of the rules that a page of docs/spec states, in order. [HO26]
 *
 * @param {string} page
 * @returns {string[]}
 */
export function rulesIn(page) {
  return Array.from(page.matchAll(RULE), ([, rule = '']) => rule)
}

/**
 * The numbers that a file's titles of tests, of groups and of steps quote; of a run (`ID16–ID21`) every one. What is said
 * in a comment is quoted by no test, nor is the title of one that is skipped or only planned. [HO26]
 *
 * @param {string} source
 * @returns {string[]}
 */
export function quotedIn(source) {
  return source
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)|\.(skip|todo|fixme)\(/u.test(line))
    .flatMap((line) => Array.from(line.matchAll(QUOTES), ([, quotes = '']) => quotes))
    .flatMap((quotes) => Array.from(quotes.matchAll(RUN)))
    .flatMap(([, letters = '', from = '', to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letters}${Number(from) + at}`),
    )
}

/**
 * What is wrong between the rules and the titles. [HO26]
 *
 * @param {readonly string[]} rules
 * @param {readonly string[]} quoted
 */
export function betweenRulesAndTests(rules, quoted) {
  const [stated, said] = [new Set(rules), new Set(quoted)]
  return {
    statedTwice: rules.filter((rule, at) => rules.indexOf(rule) !== at),
    quotedByNoTest: [...stated].filter((rule) => !said.has(rule)),
    quotedAndNoRule: [...said].filter((rule) => !stated.has(rule)),
  }
}
