import { useEffect, useState } from 'react'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface SessionClockProps {
  /** In ms, on the server's clock. */
  readonly startedAt: number
  readonly minutes: number
  /** How far the server's clock is ahead of this device's, in ms. */
  readonly ahead: number
}

/** How long a session has lasted, and for how long it was planned. Says the minutes to a screen reader, not the seconds. */
export function SessionClock({ startedAt, minutes, ahead }: SessionClockProps) {
  const t = useUiMessages()
  const seconds = useSeconds(startedAt, ahead)
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const share = Math.min(1, seconds / (minutes * 60))
  return (
    <div className="ac-session-clock">
      <p>
        <span className="ac-session-time" aria-hidden="true">
          {shown}
        </span>{' '}
        <span aria-hidden="true">{t('inSession.of', { minutes })}</span>
        <span className="ac-hidden">
          {t('inSession.time', { passed: Math.floor(seconds / 60), minutes })}
        </span>
      </p>
      <span className="ac-session-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} data-over={share === 1 ? '' : undefined} />
      </span>
    </div>
  )
}

/** "24 of 50 minutes", in a line of text. */
export function SessionMinutes({ startedAt, minutes, ahead }: SessionClockProps) {
  const t = useUiMessages()
  const seconds = useSeconds(startedAt, ahead)
  return t('inSession.time', { passed: Math.floor(seconds / 60), minutes })
}

function useSeconds(startedAt: number, ahead: number): number {
  const read = () => Math.max(0, Math.floor((Date.now() + ahead - startedAt) / 1_000))
  const [seconds, setSeconds] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(read()), 1_000)
    return () => clearInterval(timer)
  })
  return seconds
}
