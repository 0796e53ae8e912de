import type { RequestRow } from '@accord/domain/rest/requests'
import { useFormat } from '@accord/ui/messages/use-format'
import { clockAt } from './clock-words.js'

const AROUND = 2 * Math.PI * 19

/** How much of the time is over, drawn, with the days that are left; the words beside it say the same. (DR14) */
export function ClockRing({ request, at }: { readonly request: RequestRow; readonly at: number }) {
  const format = useFormat()
  const clock = clockAt(request, at)
  if (clock === null) return null
  const { receivedAt, dueAt } = request
  const over = Math.min(1, Math.max(0, (at - receivedAt) / (dueAt - receivedAt)))
  return (
    <span className="web-ring" data-standing={clock.standing} aria-hidden="true">
      <svg viewBox="0 0 44 44" width="44" height="44">
        <circle cx="22" cy="22" r="19" />
        <circle
          className="web-ring-over"
          cx="22"
          cy="22"
          r="19"
          strokeDasharray={`${String(over * AROUND)} ${String(AROUND)}`}
        />
      </svg>
      <span>{format.number(Math.abs(clock.days))}</span>
    </span>
  )
}
