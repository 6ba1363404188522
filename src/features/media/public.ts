export { addMedia, describeMedia, removeMedia, setVisibility } from "./actions.ts";
export { mediaHref, mediaKey } from "./address.ts";
export { altField } from "./forms.ts";
export { type MediaFile, mediaByIds, namedContents } from "./queries.ts";
export { isPicture } from "./rules.ts";
export { Picture } from "./views/picture.tsx";
