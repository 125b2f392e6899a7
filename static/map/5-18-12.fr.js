export default ["Chypre","Mer Méditerranée","","Athènes","Nicosie","","","","","","","","Tobrouk","","","","","","","","",""];
