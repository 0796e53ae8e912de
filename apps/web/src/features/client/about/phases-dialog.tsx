import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { CasePhase } from '@accord/domain/case/phase'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { CasePhases } from '@accord/domain/rest/case-file'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { ButtonLink } from '@accord/ui/controls/link'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { changePhase, phasesQuery } from '../api/phases.js'

interface PhasesDialogProps {
  readonly summary: CaseSummary
  readonly phases: CasePhases
  readonly onClose: () => void
}

/** Since when the work was in which phase, by whom, why; and for its practitioner the next one. (CL15) */
export function PhasesDialog({ summary, phases, onClose }: PhasesDialogProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const mayMove = summary.relation === 'practitioner' && summary.closedAt === null
  return (
    <Dialog title={t('phases.title')} isOpen onClose={onClose}>
      {phases.history.length === 0 ? (
        <p className="ac-muted">{t('phases.none')}</p>
      ) : (
        <ol className="web-phase-history">
          {phases.history.map(({ phase, since, by, reason }) => (
            <li key={since}>
              <p className="ac-strong">{t('phase', { phase })}</p>
              <p className="ac-muted ac-small">
                {t('phases.since', { day: format.day(new Date(since), now), name: givenName(by.name) })}
              </p>
              {reason !== null && <p className="web-reason">{reason}</p>}
            </li>
          ))}
        </ol>
      )}
      {mayMove && <MovePhase summary={summary} phases={phases} />}
      <div className="web-phase-ending">
        <ButtonLink href={`/clients/${summary.caseId}/ending`} onPress={onClose}>
          {t('phases.ending')}
        </ButtonLink>
        <p className="ac-muted ac-small">{t('phases.ending.hint')}</p>
      </div>
    </Dialog>
  )
}

type MovePhaseProps = Omit<PhasesDialogProps, 'onClose'>

function MovePhase({ summary, phases }: MovePhaseProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const present = phases.history.at(-1)?.phase ?? null
  const [phase, setPhase] = useState<CasePhase | null>(null)
  const [reason, setReason] = useState('')
  const moving = useMutation({
    mutationFn: (next: CasePhase) =>
      changePhase(summary.caseId, { phase: next, reason: reason.trim() === '' ? null : reason.trim() }),
    onSuccess: (answer) => {
      queries.setQueryData(phasesQuery(summary.caseId).queryKey, answer)
      setPhase(null)
      setReason('')
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (phase !== null) moving.mutate(phase)
  }
  return (
    <form className="web-phase-move" onSubmit={submit}>
      <OnePill
        label={t('phases.move')}
        choices={phases.possible
          .filter((id) => id !== present)
          .map((id) => ({ id, label: t('phase', { phase: id }) }))}
        chosen={phase}
        onChoose={setPhase}
      />
      {phase !== null && (
        <>
          <TextField
            label={t('phases.reason')}
            description={t('phases.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            lines={2}
          />
          <div>
            <Button kind="primary" type="submit" isPending={moving.isPending}>
              {t('phases.do')}
            </Button>
          </div>
        </>
      )}
      {moving.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t('save.server')}</span>
        </p>
      )}
    </form>
  )
}
