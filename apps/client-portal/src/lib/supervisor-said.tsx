import { useQuery } from '@tanstack/react-query'
import type { CaseId, GoalId } from '@accord/domain/ids'
import type { CommentForClient } from '@accord/domain/review/for-client'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { nameOf } from './people.js'
import { safeCommentsQuery } from './safe-comments.js'
import { usePortalMessages } from './use-portal-messages.js'

interface SupervisorSaidProps {
  readonly caseId: CaseId
  /** About which goal; null for what is about all of them. */
  readonly goal: GoalId | null
  readonly now: Date
}

/** What whoever supervises wrote for the client: small, after the client's own words. Nothing where there is none. (RV6) */
export function SupervisorSaid({ caseId, goal, now }: SupervisorSaidProps) {
  const t = usePortalMessages()
  const { data: said, error, refetch } = useQuery(safeCommentsQuery(caseId))
  if (said === undefined) {
    if (error === null) return null
    return (
      <div className="pt-supervisor">
        <p className="ac-muted">{t('supervisor.failed')}</p>
        <Button size="small" onPress={() => void refetch()}>
          {t('supervisor.again')}
        </Button>
      </div>
    )
  }
  const here = said.comments.filter((comment) => comment.goal === goal)
  if (here.length === 0) return null
  return (
    <section className="pt-supervisor" aria-label={t('supervisor.heading')}>
      {here.map((comment) => (
        <Comment key={comment.id} comment={comment} name={nameOf(said.people, comment.by)} now={now} />
      ))}
    </section>
  )
}

interface CommentProps {
  readonly comment: CommentForClient
  readonly name: string | null
  readonly now: Date
}

function Comment({ comment: { at, text, amended }, name, now }: CommentProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const day = format.relativeDay(new Date(at), now)
  return (
    <div className="ac-said-by" data-relation="supervisor">
      <p className="ac-said-who">
        {t('supervisor.wrote', { name: name ?? t('people.former') })} <time>{day}</time>
        {amended && ` · ${t('supervisor.amended')}`}
      </p>
      <p dir="auto">{text}</p>
    </div>
  )
}
