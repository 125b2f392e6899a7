export default ["Norvège","Suède","Danemark","","","","",""];
