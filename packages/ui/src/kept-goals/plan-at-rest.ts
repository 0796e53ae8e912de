import type { LivePlan, LiveView } from '../live-plan/live-plan.js'

/** A plan that is only read, out of a copy: nothing comes to it, and nobody is offered to write in it. (OF8) */
export function planAtRest(view: LiveView & { readonly plan: NonNullable<LiveView['plan']> }): LivePlan {
  const nothing = () => undefined
  return {
    log: view.plan.log,
    view: () => view,
    subscribe: () => nothing,
    subscribeText: () => nothing,
    look: nothing,
    flush: nothing,
    close: nothing,
    edit: onlyRead,
    command: onlyRead,
    undo: onlyRead,
    redo: onlyRead,
    dismissRefused: onlyRead,
  }
}

function onlyRead(): never {
  throw new Error('a copy is only read')
}
