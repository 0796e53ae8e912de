import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createToastQueue, TOAST_MS } from './toast-queue.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('toasts', () => {
  it('stay for eight seconds', () => {
    const queue = createToastQueue()
    queue.add({ kind: 'done', words: 'Step set aside.' })
    jest.advanceTimersByTime(TOAST_MS - 1)
    expect(queue.toasts()).toHaveLength(1)
    jest.advanceTimersByTime(1)
    expect(queue.toasts()).toHaveLength(0)
  })

  it('stay until dismissed when they hold a way back', () => {
    const queue = createToastQueue()
    const id = queue.add({
      kind: 'done',
      words: 'Set aside.',
      action: { label: 'Undo', onPress: () => undefined },
    })
    jest.advanceTimersByTime(10 * TOAST_MS)
    expect(queue.toasts()).toHaveLength(1)
    queue.dismiss(id)
    expect(queue.toasts()).toHaveLength(0)
  })
})
