import type { ReactNode } from 'react'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface WhyItMattersProps {
  /** Whose words these are; left out when they are the viewer's own. */
  readonly name?: string
  /** The words, or their editor. */
  readonly children: ReactNode
}

/** The client's own reason, in italics behind the client's dotted rule, never paraphrased. */
export function WhyItMatters({ name, children }: WhyItMattersProps) {
  const t = useUiMessages()
  return (
    <div className="ac-why">
      <p className="ac-why-label">{name === undefined ? t('goal.whyYours') : t('goal.why', { name })}</p>
      <div dir="auto">{children}</div>
    </div>
  )
}
