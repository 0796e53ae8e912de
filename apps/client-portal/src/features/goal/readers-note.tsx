import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { practitionerOf, readersOf } from './goal-people.js'

interface ReadersNoteProps {
  readonly id: string
  readonly plan: Plan
  readonly people: readonly PersonName[]
  /** Who can't, by first name; null where nobody is left out. (CF7) */
  readonly keptFrom: readonly string[] | null
}

/** One honest sentence beside what somebody writes in: who can read it. */
export function ReadersNote({ id, plan, people, keptFrom }: ReadersNoteProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const self = useSelf()
  const practitioner = practitionerOf(plan, people)
  const others = readersOf(plan, people).filter(
    ({ person, relation }) => person !== self.person.id && (keptFrom === null || relation !== 'guardian'),
  )
  const named = ({ name, relation }: PersonName) => {
    const first = firstName(name)
    if (relation !== 'supervisor' || !practitioner) return first
    return t('readers.supervisor', { name: first, practitioner: firstName(practitioner.name) })
  }
  const readers = format.list([t('readers.you'), ...others.map(named)])
  return (
    <p className="pt-readers" id={id}>
      {keptFrom === null ? <EyeIcon size={18} /> : <LockIcon size={18} />}
      <span>
        {keptFrom === null
          ? t('readers.sentence', { readers })
          : t('readers.kept', { readers, guardians: format.list(keptFrom) })}
      </span>
    </p>
  )
}
