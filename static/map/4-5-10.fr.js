export default ["îles Malouines"];
