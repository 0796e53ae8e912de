import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { Button } from '../controls/button.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** Steps that were set aside, each with the way back. (ST1) */
export function StepsAside({ at }: { readonly at: GoalAtHand }) {
  const t = useUiMessages()
  const { live, goal, mayWrite } = at
  const aside = goal.steps.filter((step) => step.setAside)
  if (aside.length === 0) return null
  return (
    <details className="ac-steps-aside">
      <summary>{t('steps.asideCount', { count: aside.length })}</summary>
      <ul>
        {aside.map((step) => (
          <li key={step.id}>
            <span dir="auto">{step.text.text}</span>
            {mayWrite && (
              <Button
                kind="quiet"
                size="small"
                aria-label={t('steps.takeUpNamed', { step: step.text.text })}
                onPress={() =>
                  live.command({ name: 'step.setAside', goal: goal.id, step: step.id, aside: false })
                }
              >
                {t('steps.takeUp')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
