/** Entry for every page of a launch room; it goes beside `reading` or `writing`. */
import { BallotCount } from "./ballot-count.ts";
import { RoomLive } from "./room-live.ts";
import { RoomOutbox } from "./room-outbox.ts";

customElements.define("room-live", RoomLive);
customElements.define("room-outbox", RoomOutbox);
customElements.define("ballot-count", BallotCount);
