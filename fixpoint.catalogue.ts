import type { Catalogue, ReportedFault, Work } from './src/domain/repairs/catalogue.ts'

type WorkByFault = Partial<Record<ReportedFault, Work>>

/** Whole yuan, both ends included, and minutes at the bench. */
const work = (fromYuan: number, toYuan: number, minutes: number): Work => ({
  fromMinor: fromYuan * 100,
  toMinor: toYuan * 100,
  minutes,
})

/** What any device with an operating system can have. */
const everyDevice: WorkByFault = {
  software: work(0, 0, 30),
  data: work(0, 200, 45),
}

const phone = (screen: Work, battery: Work, camera: Work, board: readonly [number, number]) => ({
  ...everyDevice,
  screen,
  battery,
  camera,
  charging: work(89, 159, 40),
  speaker: work(69, 129, 35),
  microphone: work(69, 129, 35),
  buttons: work(69, 139, 40),
  liquid: work(120, board[1], 120),
  no_power: work(89, board[1], 90),
  overheating: work(89, board[1], 60),
  network: work(99, board[0], 60),
})

/** The demonstration maker's models. A deployment puts its own here; so it does with every price. */
export const catalogue: Catalogue = {
  models: [
    { id: 'f1-lite', family: 'phone', name: 'Fixpoint F1 Lite', priceClass: 'phone_entry' },
    { id: 'f1', family: 'phone', name: 'Fixpoint F1', priceClass: 'phone' },
    { id: 'f2-lite', family: 'phone', name: 'Fixpoint F2 Lite', priceClass: 'phone_entry' },
    { id: 'f2', family: 'phone', name: 'Fixpoint F2', priceClass: 'phone' },
    { id: 'f2-pro', family: 'phone', name: 'Fixpoint F2 Pro', priceClass: 'phone_flagship' },
    { id: 'f3-lite', family: 'phone', name: 'Fixpoint F3 Lite', priceClass: 'phone_entry' },
    { id: 'f3', family: 'phone', name: 'Fixpoint F3', priceClass: 'phone' },
    { id: 'f3-pro', family: 'phone', name: 'Fixpoint F3 Pro', priceClass: 'phone_flagship' },
    { id: 'f3-ultra', family: 'phone', name: 'Fixpoint F3 Ultra', priceClass: 'phone_flagship' },
    { id: 'fold-1', family: 'phone', name: 'Fixpoint Fold 1', priceClass: 'phone_fold' },
    { id: 't1', family: 'tablet', name: 'Fixpoint Tab T1', priceClass: 'tablet' },
    { id: 't2', family: 'tablet', name: 'Fixpoint Tab T2', priceClass: 'tablet' },
    { id: 'w1', family: 'watch', name: 'Fixpoint Watch W1', priceClass: 'watch' },
    { id: 'w2', family: 'watch', name: 'Fixpoint Watch W2', priceClass: 'watch' },
    { id: 'b1', family: 'earbuds', name: 'Fixpoint Buds B1', priceClass: 'earbuds' },
    { id: 'l1', family: 'laptop', name: 'Fixpoint Book L1', priceClass: 'laptop' },
  ],
  work: {
    phone_entry: phone(work(259, 359, 40), work(99, 129, 30), work(89, 169, 40), [299, 599]),
    phone: phone(work(399, 549, 45), work(129, 169, 30), work(149, 299, 45), [499, 1199]),
    phone_flagship: phone(work(799, 1299, 50), work(159, 219, 40), work(299, 699, 50), [699, 2299]),
    phone_fold: phone(work(2299, 3499, 120), work(239, 329, 75), work(399, 799, 75), [999, 3699]),
    tablet: {
      ...everyDevice,
      screen: work(499, 999, 75),
      battery: work(199, 299, 60),
      charging: work(129, 199, 60),
      camera: work(129, 259, 60),
      speaker: work(99, 169, 50),
      microphone: work(99, 169, 50),
      buttons: work(99, 159, 50),
      liquid: work(150, 1399, 150),
      no_power: work(129, 1399, 90),
      overheating: work(129, 1399, 75),
      network: work(129, 599, 75),
    },
    watch: {
      ...everyDevice,
      screen: work(299, 499, 90),
      battery: work(129, 179, 60),
      charging: work(99, 149, 45),
      buttons: work(79, 129, 45),
      liquid: work(150, 599, 120),
      no_power: work(99, 599, 60),
    },
    earbuds: {
      software: work(0, 0, 20),
      battery: work(149, 199, 15),
      charging: work(99, 179, 15),
      speaker: work(149, 199, 15),
      microphone: work(149, 199, 15),
      no_power: work(99, 199, 15),
    },
    laptop: {
      ...everyDevice,
      screen: work(799, 1599, 90),
      battery: work(349, 499, 60),
      charging: work(199, 399, 75),
      camera: work(149, 249, 60),
      speaker: work(149, 249, 60),
      microphone: work(149, 249, 60),
      buttons: work(299, 599, 90),
      liquid: work(200, 2999, 180),
      no_power: work(199, 2999, 120),
      overheating: work(149, 499, 75),
      network: work(149, 349, 60),
    },
  },
  oneHour: {
    'f1-lite': ['screen', 'battery', 'charging', 'speaker', 'buttons'],
    f1: ['screen', 'battery', 'charging', 'camera', 'speaker', 'microphone', 'buttons'],
    'f2-lite': ['screen', 'battery', 'charging', 'speaker', 'buttons'],
    f2: ['screen', 'battery', 'charging', 'camera', 'speaker', 'microphone', 'buttons'],
    'f2-pro': ['screen', 'battery', 'charging', 'camera', 'speaker'],
    'f3-lite': ['screen', 'battery', 'charging', 'speaker', 'buttons'],
    f3: ['screen', 'battery', 'charging', 'camera', 'speaker', 'microphone', 'buttons'],
    'f3-pro': ['screen', 'battery', 'charging', 'camera', 'speaker'],
    'f3-ultra': ['screen', 'battery', 'charging'],
    b1: ['charging', 'speaker', 'microphone'],
  },
  // Those of the examples that stand in specifications: nobody's phones.
  tacs: { '49015420': 'f2', '35693803': 'f3-pro' },
  warrantyMonths: { device: 12, battery: 6 },
}
