import { messages } from './messages.mjs'

const OLDEST = [20, 19]

/**
 * The sentence for a Node that is too old, or null. Node 16 has to be able to read this file and the catalogue. [HO4]
 *
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function nodeRefusal(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  const enough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
  return enough ? null : messages.nodeTooOld(version, OLDEST.join('.'))
}

/** Ends the process with one sentence when Node is too old. To be called before anything else is imported. */
export function requireNode() {
  const refusal = nodeRefusal(process.versions.node)
  if (refusal === null) return
  console.error(refusal)
  process.exit(1)
}
