import { useUiMessages } from '../messages/use-ui-messages.js'
import { Avatar } from './avatar.js'
import type { Relation } from '@accord/domain/case/relation'

export interface PersonHere {
  readonly id: string
  /** The name used in sentences. */
  readonly name: string
  /** Gives the initials. */
  readonly fullName: string
  readonly relation: Relation
  readonly isPresent: boolean
  readonly isViewer: boolean
  /** What they are doing, in words: "Sleep, typing". */
  readonly sentence: string
}

/** Who is in the room and what each is doing. Read-only onlookers are in it too: nobody watches unseen. */
export function WhoIsHere({ people }: { readonly people: readonly PersonHere[] }) {
  const t = useUiMessages()
  const named = ({ name, relation, isViewer }: PersonHere): string => {
    if (isViewer) return t('presence.you', { name })
    if (relation === 'practitioner' || relation === 'client') return name
    return t('presence.person', { name, relation: t('relation.named', { relation }) })
  }
  return (
    <section className="ac-here" aria-label={t('presence.heading')}>
      <h2 className="ac-subheading">{t('presence.heading')}</h2>
      {people.length === 0 ? (
        <p className="ac-muted ac-small">{t('presence.nobody')}</p>
      ) : (
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <Avatar name={person.fullName} relation={person.relation} isPresent={person.isPresent} />
              <span>
                {named(person)}
                <small>{person.sentence}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
