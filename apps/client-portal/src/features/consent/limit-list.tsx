import type { ConsentPoint } from '@accord/domain/consent/text'
import { TickBox } from '@accord/ui/controls/tick-box'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface LimitListProps {
  readonly points: readonly ConsentPoint[]
  readonly isRead: (point: number) => boolean
  readonly onTick: (point: number, isRead: boolean) => void
}

/** What cannot stay between two people; each point is acknowledged by itself. (CO3) */
export function LimitList({ points, isRead, onTick }: LimitListProps) {
  const t = usePortalMessages()
  return (
    <ol className="ac-limits">
      {points.map(({ title, words }, index) => (
        <li key={title} data-read={isRead(index) ? '' : undefined}>
          <span className="ac-limits-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3 dir="auto">{title}</h3>
            <p dir="auto">{words}</p>
            <TickBox
              label={t('consent.read')}
              name={t('consent.readOf', { title })}
              isTicked={isRead(index)}
              onChange={(ticked) => onTick(index, ticked)}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}
