import { useQuery } from '@tanstack/react-query'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { NumberList } from '@accord/ui/safety/number-list'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { numbersAtHand, numbersQuery } from '../../lib/safety.js'
import { SelfContext } from '../../lib/self-context.js'
import { selfQuery } from '../../lib/self.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { KeptPlans } from './kept-plans.js'
import { OwnPlans } from './own-plans.js'

/** Whom to ring, first and at once; then what the two have written down for such a time. Needs nobody's leave. (SA9) */
export function HelpPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { data: self, isPending } = useQuery(selfQuery)
  const { data: page } = useQuery({ ...numbersQuery, enabled: Boolean(self) })
  return (
    <PortalShell title={t('help.open')} back={{ href: paths.home, label: ui('shell.back') }}>
      <PageTitle name={t('help.open')} />
      <section aria-labelledby="whom-to-ring" className="pt-help">
        <h2 className="ac-portal-section" id="whom-to-ring">
          {t('help.numbers')}
        </h2>
        <NumberList numbers={page?.numbers ?? numbersAtHand()} />
      </section>
      {self ? (
        <SelfContext value={self}>
          <OwnPlans />
        </SelfContext>
      ) : (
        !isPending && <KeptPlans />
      )}
    </PortalShell>
  )
}
