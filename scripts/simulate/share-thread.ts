import { parentPort, workerData } from 'node:worker_threads'
import { liveShare, type ShareReport, type ShareWish } from './live-share.ts'
import { type PlacedNetwork, simNetwork } from './sim-network.ts'

/** What a thread is given: its share, the network, and a flag that says that rows handed over are on record. */
export type ThreadWork = {
  readonly share: ShareWish
  readonly placed: PlacedNetwork
  readonly flag: Int32Array
}

export type ThreadWord =
  | { readonly say: 'day'; readonly day: string; readonly repairs: number }
  | { readonly say: 'rows' }
  | ({ readonly say: 'over' } & ShareReport)

const { share, placed, flag } = workerData as ThreadWork
const tell = (word: ThreadWord): void => parentPort?.postMessage(word)

tell({
  say: 'over',
  ...liveShare(simNetwork(placed).outlets, share, {
    onDay: (day, repairs) => tell({ say: 'day', day, repairs }),
    handOver: () => {
      // A whole history is put on record at the end, by whoever began the threads.
      if (share.isWhole) return
      Atomics.store(flag, 0, 0)
      tell({ say: 'rows' })
      Atomics.wait(flag, 0, 0)
    },
  }),
})
