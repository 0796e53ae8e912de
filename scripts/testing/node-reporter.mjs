/**
 * A reporter for `node --test`: one JSON a line for each test that ended, groups left out.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* report(source) {
  for await (const { type, data: ended } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const isGroup = ended.details?.type === 'suite'
    const groupBroke =
      isGroup && type === 'test:fail' && ended.details?.error?.failureType !== 'subtestsFailed'
    if (isGroup && !groupBroke) continue
    const ran = ended.skip === undefined && ended.todo === undefined
    yield `${JSON.stringify({ name: ended.name, passed: type === 'test:pass' && ran })}\n`
  }
}
