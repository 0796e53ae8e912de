import { type ReactNode, useId } from 'react'

interface EndingPartProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One part of a pack: what it is at the start, what people made of it beside or below that. */
export function EndingPart({ title, hint, children }: EndingPartProps) {
  const id = useId()
  return (
    <section className="ac-ending-part" aria-labelledby={id}>
      <div className="ac-ending-name">
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p className="ac-muted ac-small">{hint}</p>}
      </div>
      <div className="ac-ending-said">{children}</div>
    </section>
  )
}
