import type { LivePlan } from '../live-plan/live-plan.js'
import { useChangeAnnouncer } from './use-change-announcer.js'

/** Says agreement, lapse, presence and others' finished changes to a screen reader; one on each page of a plan. */
export function ChangeAnnouncer({ live }: { readonly live: LivePlan }) {
  return (
    <div className="ac-hidden" role="status">
      {useChangeAnnouncer(live)}
    </div>
  )
}
