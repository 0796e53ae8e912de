import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { practitionerOf, readersOf } from './goal-people.js'

interface ReadersNoteProps {
  readonly id: string
  readonly plan: Plan
  readonly people: readonly PersonName[]
}

/** One honest sentence beside what somebody writes in: who can read it. */
export function ReadersNote({ id, plan, people }: ReadersNoteProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const self = useSelf()
  const practitioner = practitionerOf(plan, people)
  const others = readersOf(plan, people).filter(({ person }) => person !== self.person.id)
  const named = ({ name, relation }: PersonName) => {
    const first = firstName(name)
    if (relation !== 'supervisor' || !practitioner) return first
    return t('readers.supervisor', { name: first, practitioner: firstName(practitioner.name) })
  }
  return (
    <p className="pt-readers" id={id}>
      <EyeIcon size={18} />
      <span>{t('readers.sentence', { readers: format.list([t('readers.you'), ...others.map(named)]) })}</span>
    </p>
  )
}
