import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { CasePhases } from '@accord/domain/rest/case-file'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { PhasesDialog } from '../about/phases-dialog.js'
import { phasesQuery } from '../api/phases.js'

/** Every phase the work was in, from when to when, and those that are still to come. (CL15) */
export function PhasesAside({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const { data: phases, error, refetch } = useQuery(phasesQuery(summary.caseId))
  const mayMove = summary.relation === 'practitioner' && summary.closedAt === null
  return (
    <section className="web-side-phases" aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('profile.phases')}
      </h2>
      {phases === undefined && error === null && (
        <p className="ac-muted ac-small">{t('profile.phasesLoading')}</p>
      )}
      {phases === undefined && error !== null && (
        <>
          <p className="ac-muted ac-small">{t('profile.phasesFailed')}</p>
          <Button size="small" onPress={() => void refetch()}>
            {t('profile.retry')}
          </Button>
        </>
      )}
      {phases !== undefined && <Stations phases={phases} />}
      {phases !== undefined && mayMove && (
        <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
          {t('profile.move')}
        </Button>
      )}
      {phases !== undefined && isOpen && (
        <PhasesDialog summary={summary} phases={phases} onClose={() => setOpen(false)} />
      )}
    </section>
  )
}

function Stations({ phases: { possible, history } }: { readonly phases: CasePhases }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const present = history.at(-1)
  const ahead = present ? possible.slice(possible.indexOf(present.phase) + 1) : possible
  const day = (at: number) => format.day(new Date(at), now)
  return (
    <ol className="web-stations">
      {history.map(({ phase, since, by, reason }, index) => {
        const next = history[index + 1]
        return (
          <li key={since} data-standing={next === undefined ? 'now' : 'was'}>
            <p className="ac-strong" {...(next === undefined ? { 'aria-current': 'step' as const } : {})}>
              {t('phase', { phase })}
            </p>
            <p className="ac-muted ac-small">
              {next === undefined
                ? t('phases.since', { day: day(since), name: givenName(by.name) })
                : t('profile.phaseFromTo', { from: day(since), to: day(next.since) })}
            </p>
            {reason !== null && <p className="web-reason">{reason}</p>}
          </li>
        )
      })}
      {ahead.map((phase) => (
        <li key={phase} data-standing="ahead">
          <p>{t('phase', { phase })}</p>
          <p className="ac-muted ac-small">{t('profile.phaseAhead')}</p>
        </li>
      ))}
    </ol>
  )
}
