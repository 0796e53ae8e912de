import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Relation } from '@accord/domain/case/relation'

interface TypingMarkProps {
  readonly name: string
  readonly relation: Relation
}

/** "Jonah is typing": seen, but not announced at every letter. */
export function TypingMark({ name, relation }: TypingMarkProps) {
  const t = useUiMessages()
  return (
    <span className="ac-typing" data-relation={relation}>
      <span className="ac-live-dot" aria-hidden="true" />
      {t('presence.typing', { name })}
    </span>
  )
}
