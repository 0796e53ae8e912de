import type { Flaw } from '@accord/domain/history/verify'
import { useState } from 'react'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { AlertIcon } from '../icons/alert-icon.js'
import { ShieldIcon } from '../icons/shield-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { UiTranslate } from '../moments/moment-sentence.js'
import type { CheckState } from './replay-view.js'

interface IntegrityBadgeProps {
  readonly check: CheckState
  readonly now: Date
  readonly onAgain: () => void
}

/** What this browser found when it checked the record: how far it is, that all of it holds, or what doesn't. (RP14) */
export function IntegrityBadge({ check, now, onAgain }: IntegrityBadgeProps) {
  const t = useUiMessages()
  const [isExplained, setIsExplained] = useState(false)
  const isBad = check.kind === 'broken' || check.kind === 'failed'
  return (
    <section className="ac-integrity" data-state={check.kind} aria-label={t('replay.check.how')}>
      <span className="ac-integrity-shield">
        {isBad ? <AlertIcon size={22} /> : <ShieldIcon size={22} />}
      </span>
      <div>
        {/* How far it is changes all the time, and is read out to nobody; how it ended is. */}
        <div
          role={check.kind === 'broken' ? 'alert' : 'status'}
          aria-live={check.kind === 'running' ? 'off' : undefined}
        >
          <Finding check={check} now={now} />
        </div>
        {check.kind === 'running' && (
          <progress
            className="ac-integrity-progress"
            value={check.checked}
            max={Math.max(1, check.of)}
            aria-hidden="true"
          />
        )}
        <p className="ac-integrity-actions">
          {check.kind === 'failed' && (
            <Button size="small" onPress={onAgain}>
              {t('replay.check.again')}
            </Button>
          )}
          <button type="button" className="ac-link ac-integrity-how" onClick={() => setIsExplained(true)}>
            {t('replay.check.how')}
          </button>
        </p>
      </div>
      <Dialog title={t('replay.check.how')} isOpen={isExplained} onClose={() => setIsExplained(false)}>
        <div className="ac-integrity-explained">
          <p>{t('replay.check.how.1')}</p>
          <p>{t('replay.check.how.2')}</p>
          <p>{t('replay.check.how.3')}</p>
          <p className="ac-muted">{t('replay.check.how.4')}</p>
        </div>
      </Dialog>
    </section>
  )
}

function flawSentence(t: UiTranslate, { reason, seq }: Flaw): string {
  return reason === 'head-differs'
    ? t('replay.check.flaw.head-differs')
    : t(`replay.check.flaw.${reason}`, { seq })
}

function Finding({ check, now }: Pick<IntegrityBadgeProps, 'check' | 'now'>) {
  const t = useUiMessages()
  const format = useFormat()
  switch (check.kind) {
    case 'running':
      return (
        <>
          <h2 className="ac-subheading">{t('replay.check.running')}</h2>
          <p className="ac-muted ac-small ac-num">
            {t('replay.check.runningSub', { checked: check.checked, of: check.of })}
          </p>
        </>
      )
    case 'holds': {
      const when = format.moment(new Date(check.at), now)
      return (
        <>
          <h2 className="ac-subheading">{t('replay.check.holds')}</h2>
          <p className="ac-muted ac-small ac-num">
            {t('replay.check.holdsSub', { count: check.count, when })}
          </p>
        </>
      )
    }
    case 'broken': {
      const { flaw, count, at } = check
      const when = format.moment(new Date(at), now)
      return (
        <>
          <h2 className="ac-subheading">{t('replay.check.broken')}</h2>
          <p className="ac-small ac-num">{flawSentence(t, flaw)}</p>
          <p className="ac-small ac-num">{t('replay.check.stands', { count })}</p>
          <p className="ac-muted ac-small ac-num">{t('replay.check.told', { when })}</p>
        </>
      )
    }
    case 'failed':
      return (
        <>
          <h2 className="ac-subheading">{t('replay.check.failed')}</h2>
          <p className="ac-muted ac-small ac-num">
            {t('replay.check.failedSub', { checked: check.checked, of: check.of })}
          </p>
        </>
      )
  }
}
