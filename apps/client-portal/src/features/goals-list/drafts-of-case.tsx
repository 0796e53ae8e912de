import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { DraftSummary } from '@accord/domain/rest/own-log'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { DraftLinkCard } from '@accord/ui/private/draft-link-card'
import { draftsQuery, unsharedDrafts } from '../../lib/drafts.js'
import { SetAsideGoals } from './set-aside-goals.js'
import { paths } from '../../lib/paths.js'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface DraftsOfCaseProps {
  readonly summary: CaseSummary
  readonly now: Date
}

/** What one keeps to oneself for now. There is nothing here while there is nothing to keep. (DR1) */
export function DraftsOfCase({ summary, now }: DraftsOfCaseProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const self = useSelf()
  const headingId = useId()
  const { data: own, error, refetch } = useQuery(draftsQuery(summary.caseId))
  if (own === undefined && error !== null) {
    return (
      <p className="pt-closed pt-drafts-failed" role="status">
        {t('draft.listFailed')}
        <Button kind="quiet" size="small" onPress={() => void refetch()}>
          {t('draft.retry')}
        </Button>
      </p>
    )
  }
  const drafts = unsharedDrafts(own?.drafts ?? [], summary)
  if (drafts.length === 0) return null
  const others = summary.people.filter(({ person }) => person !== self.person.id)
  const names = format.list(others.map(({ name }) => firstName(name)))
  const sentence = (startedAt: number) => {
    const day = format.day(new Date(startedAt), now)
    return others.length === 0 ? t('draft.sinceAlone', { day }) : t('draft.since', { day, names })
  }
  const putAway = drafts.filter(isPutAway)
  const item = ({ id, name, statement, startedAt }: DraftSummary) => (
    <li key={id}>
      <DraftLinkCard href={paths.draft(summary.caseId, id)} name={name} sentence={sentence(startedAt)}>
        {statement.text === '' ? t('goals.noWords') : statement.text}
      </DraftLinkCard>
    </li>
  )
  return (
    <section aria-labelledby={headingId}>
      <h2 className="ac-portal-section" id={headingId}>
        {t('draft.section')}
      </h2>
      <ul className="pt-goals">{drafts.filter((draft) => !isPutAway(draft)).map(item)}</ul>
      {putAway.length > 0 && (
        <SetAsideGoals words={t('draft.putAwayCount', { count: putAway.length })}>
          {putAway.map(item)}
        </SetAsideGoals>
      )}
    </section>
  )
}

/** Its writer put it away, and takes it up again when they like. (DR6) */
function isPutAway({ setAsideBecause }: DraftSummary): boolean {
  return setAsideBecause !== null
}
