/** Whatever stands between two quotes of any kind; where a string begins is not asked, so that no empty one misleads. */
const QUOTED = /['"]([\w.-]+)(?=['"])/gu
const TEMPLATE = /`([^`\n]*)`/gu
const GAP = /\$\{[^}]*\}/u

/**
 * The message ids that a source text may use: those it names, and those that one of its templates can become.
 *
 * @param {string} source
 * @param {readonly string[]} known
 * @returns {string[]}
 */
export function idsIn(source, known) {
  const named = new Set([...source.matchAll(QUOTED)].map(([, name = '']) => name))
  const made = [...source.matchAll(TEMPLATE)].flatMap(([, template = '']) => patternOf(template))
  return known.filter((id) => named.has(id) || made.some((pattern) => pattern.test(id)))
}

/**
 * Templates without a letter of their own, such as a list of two names, are no ids.
 *
 * @param {string} template
 * @returns {RegExp[]}
 */
function patternOf(template) {
  const parts = template.split(GAP)
  if (!/[a-z]/iu.test(parts.join('')) || !template.includes('.')) return []
  return [new RegExp(`^${parts.map(escaped).join('.*')}$`, 'u')]
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
