import type { RestoredPlan } from '@accord/domain/history/witness'
import { ShieldAlertIcon } from '../icons/shield-alert-icon.js'
import { ShieldCheckIcon } from '../icons/shield-check-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Witnessing } from './use-witness.js'

export interface WitnessBadgeProps {
  readonly seen: Witnessing
  /** Whether the server knows of what doesn't agree. (HI20) */
  readonly told: 'telling' | 'told' | 'failed'
  readonly now: Date
}

/** What this browser found when it compared the record with the signed checkpoints; an alarm says what still stands. */
export function WitnessBadge({ seen, told, now }: WitnessBadgeProps) {
  const t = useUiMessages()
  const format = useFormat()
  const when = (at: number) => format.moment(new Date(at), now)
  switch (seen.kind) {
    case 'waiting':
      return <p className="ac-muted ac-small">{t('witness.waiting')}</p>
    case 'unknown':
      return <p className="ac-muted ac-small">{t(`witness.unknown.${seen.why}`)}</p>
    case 'behind':
      return <p className="ac-muted ac-small">{t('witness.behind', { covers: seen.covers })}</p>
    case 'alarm':
      return (
        <div className="ac-witness" data-state="alarm" role="alert">
          <ShieldAlertIcon size={22} />
          <div>
            <p className="ac-witness-title">{t('witness.alarm.title')}</p>
            <p className="ac-small">{t(`witness.alarm.${seen.alarm}`)}</p>
            <p className="ac-small">{t('witness.alarm.next')}</p>
            <p className="ac-small">{t(`witness.alarm.${told}`)}</p>
          </div>
        </div>
      )
    case 'holds': {
      const { checkpoint, covers, before, restored } = seen
      const signed = { number: checkpoint.number, when: when(checkpoint.time), covers }
      return (
        <div className="ac-witness" data-state="holds">
          <ShieldCheckIcon size={22} />
          <div>
            <p className="ac-witness-title">{t('witness.holds.title')}</p>
            <p className="ac-muted ac-small">
              {before === null
                ? t('witness.holds.first', signed)
                : t('witness.holds.again', { ...signed, seq: before.seq, before: when(before.time) })}
            </p>
            {restored && <RestoredWords {...restored} when={when} />}
          </div>
        </div>
      )
    }
  }
}

/** That the records were put back once, and what of this one that lost; said for good, since it stays true. (HI19) */
function RestoredWords({
  time,
  backup,
  missing,
  when,
}: RestoredPlan & { readonly when: (at: number) => string }) {
  const t = useUiMessages()
  const said = { restored: when(time), backup: when(backup) }
  return (
    <p className="ac-small">
      {missing
        ? t('witness.restored.missing', { ...said, ...missing, count: missing.to - missing.from + 1 })
        : t('witness.restored.whole', said)}
    </p>
  )
}
