import { StateEffect, type EditorState, type Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'

/** Time went by, and something on screen depends on it. */
export const clockTick = StateEffect.define()

const SOON = 20

/** Dispatches a `clockTick` when the time comes that the state names, in ms since the epoch; null for none. */
export function tickAt(when: (state: EditorState) => number | null): Extension {
  return ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let planned: number | null = null
    const stop = () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
    const plan = () => {
      const next = when(view.state)
      if (next === planned && timer !== null) return
      stop()
      planned = next
      if (next === null) return
      timer = setTimeout(
        () => {
          timer = null
          view.dispatch({ effects: clockTick.of(null) })
        },
        Math.max(SOON, next - Date.now()),
      )
    }
    return { update: plan, destroy: stop }
  })
}
