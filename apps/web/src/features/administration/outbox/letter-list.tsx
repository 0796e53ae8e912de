import type { LetterLine } from '@accord/domain/rest/outbox'
import { LetterIcon } from '@accord/ui/icons/letter-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface LetterListProps {
  readonly letters: readonly LetterLine[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** Under their days, the latest first. */
export function LetterList({ letters, chosen, onChoose }: LetterListProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = new Date()
  const days = new Map<string, LetterLine[]>()
  for (const letter of letters) {
    const day = format.relativeDay(new Date(letter.at), now)
    days.set(day, [...(days.get(day) ?? []), letter])
  }
  return [...days].map(([day, those]) => (
    <section key={day} className="web-outbox-day">
      <h2 className="ac-label">{day}</h2>
      <ul>
        {those.map((letter) => (
          <li key={letter.id}>
            <button
              type="button"
              className="web-outbox-line"
              aria-current={letter.id === chosen || undefined}
              onClick={() => onChoose(letter.id)}
            >
              <LetterIcon size={18} />
              <span>
                <b>{letter.name}</b>
                <span>{letter.subject}</span>
                <em data-bad={letter.state === 'failed' || undefined}>
                  {letter.trouble !== null && letter.state !== 'sent'
                    ? t('outbox.trouble', { trouble: letter.trouble })
                    : t('outbox.state', { state: letter.state })}
                </em>
              </span>
              <time dateTime={new Date(letter.at).toISOString()}>{format.time(new Date(letter.at))}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}
