import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '@accord/ui/controls/link'
import { NumberList } from '@accord/ui/safety/number-list'
import { paths } from './paths.js'
import { numbersAtHand, numbersQuery } from './safety.js'
import { usePortalMessages } from './use-portal-messages.js'

/** Whether an answer reached the practice. */
type Reached = 'told' | 'waiting'

interface HelpNowProps {
  readonly reached: Reached
  /** Who reads it. */
  readonly name: string
}

/** At once after an answer that says so: whom to ring, in plain and kind words, network or not. (SA5) */
export function HelpNow({ reached, name }: HelpNowProps) {
  const t = usePortalMessages()
  const { data: page } = useQuery(numbersQuery)
  return (
    <section className="pt-help-now" aria-labelledby="help-now">
      <h2 id="help-now">{t('help.now')}</h2>
      <p>{t('help.now.kind')}</p>
      <p role="status">{t(reached === 'told' ? 'help.now.told' : 'help.now.waiting', { name })}</p>
      <NumberList numbers={page?.numbers ?? numbersAtHand()} />
      <ButtonLink href={paths.help} block>
        {t('help.now.plan')}
      </ButtonLink>
    </section>
  )
}
