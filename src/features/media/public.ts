export {
  addMedia,
  type Description,
  describeMedia,
  type KeptFile,
  removeMedia,
  setVisibility,
} from "./actions.ts";
export { mediaHref, mediaKey } from "./address.ts";
export { ALT_LENGTH, altField } from "./forms.ts";
export { type MediaFile, mediaById, mediaByIds } from "./queries.ts";
export { isPicture, needsDescription } from "./rules.ts";
export type { MadePicture, Visibility } from "./tables.ts";
export { Picture, type PictureProps } from "./views/picture.tsx";
