import { useId } from 'react'
import { isWaiting } from '@accord/domain/privacy/request'
import type { DeskRequest } from '@accord/domain/rest/requests'
import { CheckIcon as SettledIcon } from '@accord/ui/icons/check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { ClockRing } from './clock-ring.js'
import { clockAt, useClockWords } from './clock-words.js'

interface RequestListProps {
  readonly name: string
  readonly requests: readonly DeskRequest[]
  readonly chosen: DeskRequest | undefined
  /** The server's time, in ms. */
  readonly at: number
  readonly onChoose: (request: DeskRequest) => void
}

/** Nothing where there is none. */
export function RequestList({ name, requests, chosen, at, onChoose }: RequestListProps) {
  const nameId = useId()
  if (requests.length === 0) return null
  return (
    <section className="web-requests-group">
      <h2 className="ac-label" id={nameId}>
        {name}
      </h2>
      <ul aria-labelledby={nameId}>
        {requests.map((request) => (
          <li key={request.request}>
            <button
              type="button"
              className="web-requests-line"
              aria-current={request.request === chosen?.request || undefined}
              onClick={() => onChoose(request)}
            >
              <Line request={request} at={at} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ request, at }: { readonly request: DeskRequest; readonly at: number }) {
  const t = useWebMessages()
  const format = useFormat()
  const words = useClockWords()
  const clock = clockAt(request, at)
  const settledAt = request.answer?.at ?? request.receivedAt
  return (
    <>
      {isWaiting(request.state) ? <ClockRing request={request} at={at} /> : <SettledIcon size={22} />}
      <span>
        <b>{t('requests.asks', { name: request.person.name, kind: request.kind })}</b>
        <em data-standing={clock?.standing}>
          {clock === null
            ? t('requests.state', {
                state: request.state,
                day: format.day(new Date(settledAt), new Date(at)),
              })
            : words(clock)}
        </em>
      </span>
    </>
  )
}
