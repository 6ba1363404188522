/** Entry for the facilitators' page; it goes beside `room`. */
import { RoomBoard } from "./room-board.ts";

customElements.define("room-board", RoomBoard);
