import { describe, expect, it } from '@jest/globals'
import { Gathered } from './gathered.js'

describe('questions that come at about the same time', () => {
  it('are answered at once, each with its own answer', async () => {
    const asked: (readonly number[])[] = []
    const doubles = new Gathered((numbers: readonly number[]) => {
      asked.push(numbers)
      return Promise.resolve(numbers.map((number) => number * 2))
    })
    expect(await Promise.all([1, 2, 3].map((number) => doubles.ask(number)))).toEqual([2, 4, 6])
    expect(asked).toEqual([[1, 2, 3]])
  })

  it('[AC7] get no answer that is older than they are', async () => {
    let answer: (value: readonly string[]) => void = () => undefined
    let asked = 0
    const slow = new Gathered((questions: readonly string[]) => {
      asked += questions.length
      return new Promise<readonly string[]>((resolve) => (answer = resolve))
    })
    const early = slow.ask('early')
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    const late = slow.ask('late')
    answer(['before'])
    expect(await early).toBe('before')
    await new Promise(setImmediate)
    answer(['after'])
    expect(await late).toBe('after')
    expect(asked).toBe(2)
  })

  it('all learn of a failure, and the next ones are asked all the same', async () => {
    let fails = true
    const shaky = new Gathered((questions: readonly string[]) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve(questions),
    )
    const both = await Promise.allSettled([shaky.ask('a'), shaky.ask('b')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fails = false
    expect(await shaky.ask('c')).toBe('c')
  })
})
