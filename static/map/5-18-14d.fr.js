export default ["Darfour central","Nord","","Kordofan du Nord","Darfour du Nord","Darfour occidental","Nil Blanc","Nil","Gezireh","","","","","","","","","","","","","","","","","","","",""];
