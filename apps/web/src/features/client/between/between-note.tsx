import type { CaseSummary } from '@accord/domain/rest/case'
import { Link } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface BetweenNoteProps {
  readonly summary: CaseSummary
  readonly shows: 'goals' | 'history'
}

/** Who can't see what stands below, who can, and the way to how it came to be. (CF7) */
export function BetweenNote({ summary, shows }: BetweenNoteProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { people, relation, caseId } = summary
  const named = (of: string) =>
    format.list(people.filter((one) => one.relation === of).map(({ name }) => givenName(name)))
  const guardians = named('guardian')
  const [clients, supervisors, practitioners] = [named('client'), named('supervisor'), named('practitioner')]
  const who = () => {
    if (relation === 'supervisor') return t('between.noteWatched', { guardians, clients, practitioners })
    return supervisors === ''
      ? t('between.note', { guardians, clients })
      : t('between.noteSupervised', { guardians, clients, supervisors })
  }
  return (
    <p className="web-between">
      <LockIcon size={18} />
      <span>{who()}</span>
      {shows === 'goals' ? (
        <Link href={`/clients/${caseId}/between/history`}>{t('between.toHistory')}</Link>
      ) : (
        <Link href={`/clients/${caseId}/between`}>{t('between.toGoals')}</Link>
      )}
    </p>
  )
}
