import type { PersonName, Present } from '@accord/domain/sync/wire'
import type { PersonHere } from '@accord/ui/presence/who-is-here'
import { givenName } from '../../../lib/people.js'
import type { WebTranslate } from '../../../lib/use-web-messages.js'
import type { Room } from './room-context.js'
import { whereabouts } from './whereabouts.js'

/** Everybody of the case, the viewer first, and what each is doing; a person with two tabs is there once. */
export function peopleHere(t: WebTranslate, room: Room, ownSentence: string): readonly PersonHere[] {
  const { people, view, viewer } = room
  return [...people]
    .sort((a, b) => order(a, room) - order(b, room))
    .map((person) => {
      const isViewer = person.person === viewer
      const present = latestOf(view.here, person)
      return {
        id: person.person,
        name: givenName(person.name),
        fullName: person.name,
        relation: person.relation,
        isPresent: isViewer || present !== undefined,
        isViewer,
        sentence: isViewer ? ownSentence : sentenceOf(t, room, { person, present }),
      }
    })
}

/** Everybody else who is here and writes. */
export function partiesHere({ people, view }: Pick<Room, 'people' | 'view'>): readonly PersonName[] {
  return people.filter(
    ({ person, relation }) => relation !== 'supervisor' && view.here.some((who) => who.person === person),
  )
}

/** Those of the client's side who are here. */
export function clientsHere(room: Pick<Room, 'people' | 'view'>): readonly PersonName[] {
  return partiesHere(room).filter(({ relation }) => relation !== 'practitioner')
}

function sentenceOf(
  t: WebTranslate,
  { view }: Room,
  { person, present }: { readonly person: PersonName; readonly present: Present | undefined },
): string {
  if (!view.isOnline) return t('here.unknown')
  if (present !== undefined) return whereabouts(t, view, present)
  return person.relation === 'supervisor' ? t('here.supervisorAway') : t('here.away')
}

/** The tab with a caret says more than the one without. */
function latestOf(here: readonly Present[], { person }: PersonName): Present | undefined {
  const tabs = here.filter((who) => who.person === person)
  return tabs.find((who) => who.at !== null) ?? tabs.at(-1)
}

function order(person: PersonName, { viewer }: Room): number {
  if (person.person === viewer) return 0
  return person.relation === 'supervisor' ? 2 : 1
}
