import type { CaseSummary } from '@accord/domain/rest/case'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { reasonWords } from '../../../lib/alarms/alarm-words.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface HeldNoteProps {
  readonly readable: ReadablePlan
  readonly summary: CaseSummary
  readonly names: string
}

/** Why nobody can write here, what is shown, who is told of it, and what one can do. (FT12) */
export function HeldNote({ readable, summary, names }: HeldNoteProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { broken, plan, at, log } = readable
  const of = `/clients/${summary.caseId}`
  const history = log === summary.plan ? `${of}/history` : `${of}/between/history`
  const shown =
    plan === null || at === null
      ? t('held.nothing')
      : t('held.shown', { when: format.moment(new Date(at), now), count: plan.seq })
  return (
    <section className="web-held" role="alert">
      <ShieldAlertIcon size={24} />
      <div className="web-held-body">
        <h2 className="ac-subheading">{t('held.title', { names })}</h2>
        <p>
          {broken ? `${reasonWords({ t }, broken)} ` : ''}
          {shown}
        </p>
        <p>{broken ? t('held.told') : t('held.passes')}</p>
        <div className="web-held-acts">
          <Button onPress={() => window.location.reload()}>{t('held.retry')}</Button>
          <ButtonLink href={history}>{t('held.history')}</ButtonLink>
        </div>
      </div>
    </section>
  )
}
