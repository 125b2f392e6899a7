export default ["Tunisie","Alger","","","","","","","",""];
