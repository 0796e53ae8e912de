import { layGround } from './house/ground.mjs'
import { runSeed } from './seed.mjs'
const g = await layGround()
for (const seed of process.argv.slice(3)) {
console.time('seed'); const o = await runSeed(g, {name:'seed_'+seed, seed, seconds: 6, processes: Number(process.argv[2])}); console.timeEnd('seed')
console.log(JSON.stringify({...o, violations: o.violations.length}), o.violations.slice(0,12))
}
await g.remove()
process.exit(0)
