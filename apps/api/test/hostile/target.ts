import type { RouteDoor } from './doors.js'
import { expectedOf } from './expected.js'
import { addressOf, hintsFor, queryOf } from './requests.js'
import { examplesOf } from './schema.js'
import type { Shot } from './shot.js'
import type { Asker, Place, World } from './world.js'

/** A route with somebody whom it answers, so that what is refused is refused for what it says. */
export interface Target {
  readonly door: RouteDoor
  readonly asker: Asker
  readonly place: Place
  /** What it would be sent, in every form that its schema has. */
  readonly bodies: readonly unknown[]
  readonly address: string
  /** The client's id in the bodies. */
  readonly tab: string
}

/** Ends what the other shots are about: aimed at a case that they are not about. */
const isGrave = ({ path }: RouteDoor) => path.startsWith('/api/case-files/')

export function targetsIn({ places, askers }: World, doors: readonly RouteDoor[]): readonly Target[] {
  const [own, foreign] = places
  const nobody = askers.find(({ actor }) => actor === null)
  if (!own || !foreign || !nobody) throw new Error('a world without places')
  return doors.map((door) => {
    const place = isGrave(door) ? foreign : own
    const isOpen = ({ actor }: Asker) => actor !== null && expectedOf(door, actor, place) === 'open'
    const asker = (door.action === 'sign-out' ? null : askers.find(isOpen)) ?? nobody
    const hints = hintsFor(place, place.look)
    const { command, ...withoutCommand } = hints
    const tab = String(hints.clientId?.[0])
    const bodies = door.body
      ? [...examplesOf(door.body, hints), ...examplesOf(door.body, withoutCommand)]
      : [{}]
    const query = queryOf(door.query ? examplesOf(door.query, hints)[0] : null)
    if (!command) throw new Error('no command to begin from')
    const address = `${addressOf(door.path, place, place.look)}${query}`
    return { door, asker, place, bodies, address, tab }
  })
}

/** What the route would be sent by its own app. */
export function plain({ door, asker, bodies, address }: Target): Shot {
  const body = door.verb === 'GET' ? '' : JSON.stringify(bodies[0])
  const at = `${door.verb} ${door.path}`
  return { at, how: 'plain', asker, method: door.verb, path: address, headers: {}, body, verdict: 'any' }
}
