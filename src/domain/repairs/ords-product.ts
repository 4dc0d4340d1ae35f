import { PRODUCT_FAMILIES, type ProductFamily } from '../outlets/outlet.ts'

/** Product categories of the Open Repair Data Standard 0.3; the place, from 1, is the category's id. */
export const ORDS_PRODUCTS = [
  'Aircon/dehumidifier',
  'Battery/charger/adapter',
  'Decorative or safety lights',
  'Desktop computer',
  'Digital compact camera',
  'DSLR/video camera',
  'Fan',
  'Flat screen',
  'Hair & beauty item',
  'Handheld entertainment device',
  'Headphones',
  'Hi-Fi integrated',
  'Hi-Fi separates',
  'Kettle',
  'Lamp',
  'Laptop',
  'Large home electrical',
  'Misc',
  'Mobile',
  'Musical instrument',
  'Paper shredder',
  'PC accessory',
  'Portable radio',
  'Power tool',
  'Printer/scanner',
  'Projector',
  'Sewing machine',
  'Small home electrical',
  'Small kitchen item',
  'Tablet',
  'Toaster',
  'Toy',
  'TV and gaming-related accessories',
  'Vacuum',
  'Watch/clock',
  'Coffee maker',
  'Food processor',
  'Games console',
  'Hair dryer',
  'Iron',
] as const
export type OrdsProduct = (typeof ORDS_PRODUCTS)[number]

/** The category that each of our product families is. */
export const ORDS_OF_FAMILY: Readonly<Record<ProductFamily, OrdsProduct>> = {
  phone: 'Mobile',
  tablet: 'Tablet',
  laptop: 'Laptop',
  watch: 'Watch/clock',
  earbuds: 'Headphones',
}

/** The number of a category: `ordsProductId('Mobile')` is 19. */
export const ordsProductId = (product: OrdsProduct): number => ORDS_PRODUCTS.indexOf(product) + 1

/**
 * Our product family of a category, whatever its case: `Mobile` is `phone`. `'other'` for a category
 * that the standard has and no outlet serves (`Toaster`), null for a word that is none.
 */
export function familyOfOrds(category: string): ProductFamily | 'other' | null {
  const wanted = category.trim().toLowerCase()
  const known = ORDS_PRODUCTS.find((word) => word.toLowerCase() === wanted)
  if (!known) return null
  return PRODUCT_FAMILIES.find((family) => ORDS_OF_FAMILY[family] === known) ?? 'other'
}
