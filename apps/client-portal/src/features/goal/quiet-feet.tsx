import type { Goal } from '@accord/domain/goal/goal'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { OpenPlan } from './open-plan.js'

/** Under agreed words: nothing needs doing, and the words can still be changed. */
export function AgreedFoot({ onChange }: { readonly onChange: () => void }) {
  const t = usePortalMessages()
  return (
    <section className="ac-portal-actions" aria-label={t('goal.next')}>
      <ButtonLink kind="primary" size="large" block href={paths.goals}>
        {t('goal.doneForNow')}
      </ButtonLink>
      <Button kind="quiet" block onPress={onChange}>
        {t('goal.changeWords')}
      </Button>
    </section>
  )
}

/** Under a goal that was set aside: why, and the way back. */
export function SetAsideFoot({ open, goal }: { readonly open: OpenPlan; readonly goal: Goal }) {
  const t = usePortalMessages()
  return (
    <section className="ac-portal-actions" aria-label={t('goal.next')}>
      <Button
        kind="primary"
        size="large"
        block
        onPress={() => open.live.command({ name: 'goal.takeUp', goal: goal.id })}
      >
        {t('goal.takeUp')}
      </Button>
    </section>
  )
}
