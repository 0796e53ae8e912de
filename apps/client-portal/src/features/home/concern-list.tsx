import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { Concern } from '../../lib/attention.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { concernWords } from './concern-words.js'

/** More of what waits or is new; each row is its own way in. */
export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  return (
    <ul className="pt-rows">
      {concerns.map((concern, index) => {
        const { title, note } = concernWords({ t, format, self: person.id }, concern)
        return (
          <li key={`${concern.item.goal}${index}`}>
            <Link className="pt-row" href={paths.goal(concern.of.plan, concern.item.goal)}>
              <span className="pt-row-body">
                <b>{title}</b>
                <span className="ac-muted" dir="auto">
                  {note}
                </span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
