/** @import { Person } from './furnish.mjs' */
/** @import { HouseProcess } from './process.mjs' */

/**
 * Asks a process over REST as somebody who is signed in.
 *
 * @param {HouseProcess} process
 * @param {Person} person
 * @param {string} path
 * @param {{ body?: object, patience?: number }} [how] patience in ms
 * @returns {Promise<Response | null>} null when there was no answer
 */
export async function ask(process, person, path, { body, patience = 2_000 } = {}) {
  const origin = process.origins[person.audience]
  const headers = { origin, cookie: person.cookie, 'content-type': 'application/json' }
  try {
    return await fetch(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      signal: AbortSignal.timeout(patience),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  } catch {
    // Cut, held or dead: whoever asked finds out later what became of it.
    return null
  }
}

/**
 * Ends somebody's part in a case, or begins it again.
 *
 * @param {HouseProcess} process
 * @param {{ administrator: Person, of: { id: string }, person: Person }} whose
 * @param {'end' | 'begin'} what
 * @param {number} [patience] in ms
 */
export async function changePart(process, { administrator, of, person }, what, patience = 2_000) {
  const parties = `/api/case-files/${of.id}/parties`
  const ends = what === 'end'
  const body = ends ? { person: person.id } : { person: person.id, relation: 'client', insteadOf: null }
  const answer = await ask(process, administrator, ends ? `${parties}/end` : parties, { body, patience })
  return answer?.status ?? null
}
